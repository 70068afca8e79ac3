/// Why a directory cannot be read at all. What is wrong inside one is reported and never thrown.
public struct DirectoryError: Error, Sendable, Hashable {
  /// The path that was given.
  public let path: String
  /// What is the matter.
  public let code: Code

  /// The reasons there are.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// Nothing is there.
    case missing
    /// It is there, and cannot be opened.
    case unreadable
    /// It holds no JSON and no CSV.
    case empty
  }
}

extension DirectoryError: CustomStringConvertible {
  /// One sentence for people, without its full stop.
  public var description: String {
    switch code {
    case .missing: "there is no file or folder `\(path)`"
    case .unreadable: "`\(path)` cannot be opened"
    case .empty: "`\(path)` holds no file of a directory: no JSON, NDJSON or CSV"
    }
  }
}
