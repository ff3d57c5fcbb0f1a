"""Crisis: what the company watches, how it tells how grave a thing is, who answers, and by when."""
