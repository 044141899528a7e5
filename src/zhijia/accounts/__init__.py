"""People who sign in, the posts they hold and what a post may do."""
