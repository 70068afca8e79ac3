/// One thing that is wrong, or wants a look, in something a person wrote: where, what, and how to mend it.
///
/// Messages are lower case, one sentence, with the author's text in backticks, in the domain's words.
public struct Diagnostic: Sendable, Hashable {
  /// How much it matters: an error stops a rulebook from being used, a warning does not.
  public enum Severity: String, Sendable, Hashable { case error, warning }

  /// A stretch of one file that a message points at.
  ///
  /// Lines and columns are counted when asked for: of thousands of mistakes in one file a screen shows a hundred.
  public struct Location: Sendable, Hashable {
    /// UTF-8 offsets into the file.
    public let offsets: Range<Int>

    package let source: SourceText

    /// The same stretch of the same file.
    public static func == (a: Location, b: Location) -> Bool { a.path == b.path && a.offsets == b.offsets }

    /// By path and offsets.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(path)
      hasher.combine(offsets)
    }
  }

  /// A mend that a machine can apply: put `replacement` where `range` was.
  public struct Fix: Sendable, Hashable {
    /// What the mend does, as drawn after `= fix:`.
    public let title: String
    /// The file to change; the same as the diagnostic's own.
    public let path: String
    /// UTF-8 offsets of what is replaced.
    public let range: Range<Int>
    /// The new text.
    public let replacement: String
  }

  /// A line under the drawing: `help`, `note`, `either`, `both`.
  public struct Note: Sendable, Hashable {
    /// The word before the colon.
    public let label: String
    /// What it says.
    public let text: String
  }

  /// Another place that belongs to the message, as the first of two rules with one id.
  public struct Related: Sendable, Hashable {
    /// What is there.
    public let message: String
    /// Where.
    public let location: Location
  }

  /// What sort of mistake it is; each has an entry in the *Diagnostics* article.
  public let code: DiagnosticCode
  /// Error or warning.
  public var severity: Severity
  /// The sentence.
  public let message: String
  /// Where; nil for what has no text, as a support type given in Swift.
  public let location: Location?
  /// Lines under the drawing, in order.
  public private(set) var notes: [Note] = []
  /// Mends that may be applied as they are.
  public private(set) var fixes: [Fix] = []
  /// Other places.
  public private(set) var related: [Related] = []

  /// A diagnostic without a place in a text: what a support type written in Swift says of its parameters.
  public init(_ severity: Severity, _ code: DiagnosticCode, _ message: String, help: String? = nil) {
    self.init(severity, code, message, at: nil, help: help)
  }

  package init(_ severity: Severity, _ code: DiagnosticCode, _ message: String, at range: SourceRange?, help: String? = nil) {
    self.code = code
    self.severity = severity
    self.message = message
    location = range.map { Location($0) }
    if let help { notes.append(Note(label: "help", text: help)) }
  }

  package static func error(_ code: DiagnosticCode, _ message: String, at range: SourceRange?, help: String? = nil) -> Diagnostic {
    Diagnostic(.error, code, message, at: range, help: help)
  }

  package static func warning(_ code: DiagnosticCode, _ message: String, at range: SourceRange?, help: String? = nil) -> Diagnostic {
    Diagnostic(.warning, code, message, at: range, help: help)
  }

  package func noting(_ label: String, _ text: String) -> Diagnostic {
    var copy = self
    copy.notes.append(Note(label: label, text: text))
    return copy
  }

  package func fixing(_ title: String, _ range: SourceRange, with replacement: String) -> Diagnostic {
    var copy = self
    copy.fixes.append(Fix(title: title, path: range.source.path, range: range.start..<range.end, replacement: replacement))
    return copy
  }

  /// What stands under the drawing: the notes, then the mends that a machine can apply, less those that a note words already.
  package var mends: [Note] {
    let said = Set(notes.map(\.text))
    return notes + fixes.filter { !$0.title.isEmpty && !said.contains($0.title) }.map { Note(label: "fix", text: $0.title) }
  }

  /// Asks `did you mean`; without a name, the same diagnostic. Which name was meant is its author's to say, so this is never a fix.
  package func suggesting(_ nearest: String?) -> Diagnostic {
    guard let nearest else { return self }
    return noting("help", "did you mean `\(nearest)`?")
  }

  /// Asks `did you mean`, and offers to put a word of the language there: the only one that is near.
  package func correcting(to word: String, at range: SourceRange) -> Diagnostic {
    suggesting(word).fixing("did you mean `\(word)`?", range, with: word)
  }

  package func relating(_ message: String, _ range: SourceRange) -> Diagnostic {
    var copy = self
    copy.related.append(Related(message: message, location: Location(range)))
    return copy
  }

  /// The same diagnostic at a place of the rulebook, for what a support type said of a rule's parameters.
  package func placed(at range: SourceRange) -> Diagnostic {
    var copy = Diagnostic(severity, code, message, at: range)
    copy.notes = notes
    return copy
  }

  /// The same diagnostic where a place has moved to; mends are kept as words, since they were for the text that it came from.
  package func moved(_ place: (Location) -> SourceRange?) -> Diagnostic {
    func move(_ location: Location) -> Location { place(location).map { Location($0) } ?? location }
    var copy = Diagnostic(self, at: location.map(move))
    copy.notes = mends.map { $0.label == "fix" ? Note(label: "help", text: "write `\($0.text)`") : $0 }
    copy.related = related.map { Related(message: $0.message, location: move($0.location)) }
    return copy
  }

  /// The same diagnostic as if its files had other names: where they were read is not always where their author has them.
  package func renamingPaths(_ name: (String) -> String) -> Diagnostic {
    func renamed(_ location: Location) -> Location {
      let source = location.source.renamed(name(location.path))
      return Location(SourceRange(source, location.offsets.lowerBound, location.offsets.upperBound))
    }
    var copy = Diagnostic(severity, code, name(message))
    copy = Diagnostic(copy, at: location.map(renamed))
    copy.notes = notes.map { Note(label: $0.label, text: name($0.text)) }
    copy.fixes = fixes.map { Fix(title: $0.title, path: name($0.path), range: $0.range, replacement: $0.replacement) }
    copy.related = related.map { Related(message: name($0.message), location: renamed($0.location)) }
    return copy
  }

  private init(_ other: Diagnostic, at location: Location?) {
    severity = other.severity
    code = other.code
    message = other.message
    self.location = location
  }
}
