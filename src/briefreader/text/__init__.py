"""What several rooms need of text: safety, boundaries, normal forms, width and strict YAML."""
