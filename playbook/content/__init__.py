"""The system `content`: what to say, in what mix and form, and what is wrong with a draft before it goes out."""
