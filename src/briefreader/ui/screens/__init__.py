"""The screens: what is seen at one time, put together from widgets and controllers."""
