"""Programs that make what the package ships: lists, clusters, weights, manual pages."""
