"""What the data say on interaction: waiting, answering, who stays, who is empty, and whom it is worth following."""
