/// The one door to JSON: located nodes for profiles.
