/// Reads one YAML file into a flat tree of located nodes, and says what is wrong with it in its author's language.
package enum YAMLReader {
  /// A file as far as it could be read. There is no tree where the file's structure is in doubt; there may be one beside diagnostics.
  package struct Reading: Sendable {
    package let tree: NodeTree?
    package let diagnostics: [Diagnostic]
  }

  /// What a file may hold. Checked while events are pulled, so that nothing hostile is read to its end.
  package enum Limit {
    package static let fileBytes = 1 << 20
    package static let depth = 32
    /// Nested flow costs libyaml quadratic time.
    package static let flowDepth = 8
    package static let nodes = 100_000
    package static let scalarBytes = 16 << 10
    package static let keyBytes = 256
    package static let diagnostics = 50
    /// How often a file is read again behind a mistake, to find the next.
    package static let faults = 20
  }

  package static func read(_ source: SourceText) -> Reading {
    let check = YAMLByteCheck(source)
    guard check.problems.isEmpty else { return Reading(tree: nil, diagnostics: check.problems) }
    let first = pass(source, source.bytes, check)
    guard let fault = first.fault else { return reading(source, first.builder) }
    return Reading(tree: nil, diagnostics: sorted(recover(source, check, from: fault, first.builder.problems)))
  }

  private static func reading(_ source: SourceText, _ builder: YAMLTreeBuilder) -> Reading {
    if builder.isEmpty { return Reading(tree: nil, diagnostics: [YAMLByteCheck.empty(source)]) }
    return Reading(tree: builder.tree(), diagnostics: sorted(builder.problems))
  }

  /// Goes on behind a mistake whose extent is certain: what is wrong is overwritten, byte for byte, and the file read again.
  private static func recover(
    _ source: SourceText, _ check: YAMLByteCheck, from first: YAMLFault, _ earlier: [Diagnostic]
  ) -> [Diagnostic] {
    var faults = [first.diagnostic]
    var others = earlier
    var bytes = source.bytes
    var fault = first
    while let extent = fault.extent?.clamped(to: 0..<bytes.count), !extent.isEmpty, faults.count < Limit.faults {
      for index in extent where bytes[index] > 0x20 { bytes[index] = fault.filler }
      let next = pass(source, bytes, check)
      others = next.builder.problems
      guard let found = next.fault, !faults.contains(where: { $0.location == found.diagnostic.location }) else { break }
      faults.append(found.diagnostic)
      fault = found
    }
    return faults + others.filter { other in !faults.contains { $0.location == other.location } }
  }

  private static func pass(
    _ source: SourceText, _ bytes: [UInt8], _ check: YAMLByteCheck
  ) -> (builder: YAMLTreeBuilder, fault: YAMLFault?) {
    var builder = YAMLTreeBuilder(source: source, bytes: bytes, positions: YAMLPositions(bytes, check))
    let failure = bytes.withUnsafeBufferPointer { buffer -> YAMLFailure? in
      var events = YAMLEvents(UnsafeBufferPointer(rebasing: buffer[check.textStart...]))
      while !builder.isDone {
        guard let event = events.next() else { return events.failure }
        builder.take(event)
      }
      return nil
    }
    return (builder, failure.map { builder.fault($0) })
  }

  private static func sorted(_ problems: [Diagnostic]) -> [Diagnostic] {
    problems.sorted { ($0.location?.offsets.lowerBound ?? 0) < ($1.location?.offsets.lowerBound ?? 0) }
  }
}
