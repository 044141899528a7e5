"""强基固本: employers, unions, members, posts and terms."""
