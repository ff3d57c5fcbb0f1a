"""What the data say on the image: what is searched, what a change of the page did, how voices are taken."""
