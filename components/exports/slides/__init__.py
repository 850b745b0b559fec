"""What stands on a slide or in a picture, in no medium yet, and how an answer is read for it."""
