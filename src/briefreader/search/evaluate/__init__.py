"""From a query's tree to the articles that match it, and how well."""
