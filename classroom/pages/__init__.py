"""Pages are notebooks: made from specs, run by papermill, put into their committed form, opened for a learner."""
