"""The user's own model as a second reader: asked where the accounts diverge; what it says is grounded in both texts and labelled with its name.

``consulting.consult`` asks ``server.Server`` or ``recorded.Recorded``; ``configuration.configured`` reads the settings.
Nothing here is needed for a comparison, nothing is asked unless the user says so, and nothing leaves the machine unless the user allows it.
"""
