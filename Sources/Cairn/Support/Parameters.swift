/// What a rule gives a support type under `with:`, checked against the manifest's schema.
public struct Parameters: Sendable, Hashable {
  /// In the order of the schema.
  public let arguments: [Argument]

  /// One parameter with its value.
  public struct Argument: Sendable, Hashable {
    /// The parameter's name.
    public let name: String
    /// What the rule gives for it.
    public let value: Value

    /// A value for a parameter.
    public init(name: String, value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// One value.
  public enum Value: Sendable, Hashable {
    /// A text, or one of a choice.
    case text(String)
    /// A whole number.
    case number(Int)
    /// Yes or no.
    case boolean(Bool)
    /// A list of texts.
    case list([String])
  }

  /// Parameters in order.
  public init(_ arguments: [Argument] = []) { self.arguments = arguments }

  /// The value given under a name.
  public subscript(name: String) -> Value? { arguments.first { $0.name == name }?.value }
}
