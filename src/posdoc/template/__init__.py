"""What is known of templates apart from any one of them: the shape of what they can use, and the findings in them."""
