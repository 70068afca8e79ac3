import Foundation
import Testing

@testable import Cairn

/// A slip of the keyboard somewhere in a sound rulebook, or several; and whatever `check --fix` would then write.
struct FixTrial {
  private let supports: [any SupportType]
  /// By path.
  private(set) var texts: [String: [UInt8]]

  init(_ sources: [SourceText], supports: [any SupportType]) {
    texts = Dictionary(uniqueKeysWithValues: sources.map { ($0.path, $0.bytes) })
    self.supports = supports
  }

  var sources: [SourceText] { texts.keys.sorted().map { SourceText(path: $0, bytes: texts[$0] ?? []) } }

  var diagnostics: [Diagnostic] {
    do throws(RulebookError) {
      return try Rulebook(files: sources, supportTypes: supports).warnings
    } catch {
      return error.diagnostics
    }
  }

  /// A character deleted, put in, replaced or swapped with its neighbour; never in a comment, never a line end alone.
  mutating func slip(_ chance: inout Chance) -> String {
    let path = chance.pick(texts.keys.sorted())
    var bytes = texts[path] ?? []
    let places = bytes.indices.dropLast().filter { bytes[$0] > 0x20 && bytes[$0] < 0x7F || bytes[$0] == 0x20 && bytes[$0 + 1] > 0x20 }
    let place = chance.pick(Array(places))
    let letters = Array("abdehilmnorstuy-:, _{}[]\"'#0159".utf8)
    switch chance.below(4) {
    case 0: bytes.remove(at: place)
    case 1: bytes.insert(chance.pick(letters), at: place)
    case 2: bytes[place] = chance.pick(letters)
    default: if bytes[place + 1] >= 0x20, bytes[place + 1] < 0x7F { bytes.swapAt(place, place + 1) }
    }
    texts[path] = bytes
    let start = SourceText(path: path, bytes: bytes).lineStart(of: place)
    return "\(path): \(String(decoding: bytes[start...].prefix { $0 != 0x0A }, as: UTF8.self))"
  }

  /// As `check --fix` goes about it: again and again, until nothing changes.
  mutating func fix() -> Int {
    var applied = 0
    for _ in 0..<10 {
      let found = diagnostics
      let before = applied
      for path in Set(found.flatMap(\.fixes).map(\.path)) {
        let (bytes, count) = FixApplier.apply(found, to: texts[path] ?? [], path: path)
        texts[path] = bytes
        applied += count
      }
      if applied == before { break }
    }
    return applied
  }
}

/// What a rulebook's files hold, as far as they can be read.
struct FixFindings {
  private(set) var errors: [String: Int] = [:]
  private(set) var unreadable: Set<String> = []
  /// Every id that is declared: an entry of a section, a step.
  private(set) var declared: Set<String> = []
  /// The values of choices.
  private var values: Set<String> = []
  /// How often each word is written, wherever it stands.
  private var words: [String: Int] = [:]

  /// How often each name is written, at its declaration or elsewhere.
  func uses(of names: Set<String>) -> [String: Int] { words.filter { names.contains($0.key) } }

  /// Whatever an author chose a name for, less the words of the language that the rulebook that ships gives to values too.
  var names: Set<String> { declared.union(values).subtracting(["never", "some"]) }

  init(_ trial: FixTrial) {
    for diagnostic in trial.diagnostics where diagnostic.severity == .error {
      errors[diagnostic.location?.path ?? "", default: 0] += 1
    }
    for source in trial.sources {
      Self.count(source, &words)
      guard let root = YAMLReader.read(source).tree?.root else {
        unreadable.insert(source.path)
        continue
      }
      for (key, section) in root.entries where key.text != "rulebook" && RulebookReader.sections.contains(key.text) { declare(section) }
    }
  }

  private mutating func declare(_ section: Node) {
    for (id, entry) in section.entries {
      declared.insert(id.text)
      for (step, _) in (entry["steps"] ?? entry).entries where entry["steps"] != nil { declared.insert(step.text) }
      for value in (entry["values"] ?? entry).items where entry["values"] != nil { values.insert(value.text) }
    }
  }

  private static func count(_ source: SourceText, _ words: inout [String: Int]) {
    let parts = source.bytes.split { !(0x61...0x7A).contains($0) && !(0x30...0x39).contains($0) && $0 != 0x2D }
    let hyphen = UInt8(ascii: "-")
    for part in parts {
      let word = part.drop { $0 == hyphen }.reversed().drop { $0 == hyphen }.reversed()
      words[String(decoding: word, as: UTF8.self), default: 0] += 1
    }
  }
}

/// What a fix must not do to somebody's rules.
@Suite("Laws of fixes")
struct FixLaws {
  private static let supports: [any SupportType] = ["peer-group", "course"].map { id in
    DeclaredSupportType(DraftRulebook.manifest(id, verbs: [.inform, .signpost, .selfRefer, .refer]))
  }

  private static let small = [
    SourceText(
      path: "facts.yaml",
      text: """
        rulebook: {id: harbour, title: Harbour, version: 1}
        facts:
          conditions: {title: Conditions, type: codes}
          lives-alone: {title: Lives alone, type: boolean, ask: Do you live alone?}
          housing:
            title: Housing
            type: choice
            values: [stable, unstable, homeless]
            ask: Where do you live?
          loneliness: {title: Loneliness, type: number, min: 3, max: 9, valid-for: 12 months}
          discharged: {title: Last left hospital, type: date}
        concepts:
          type-1-diabetes: {title: Type 1 diabetes}
          type-2-diabetes: {title: Type 2 diabetes}
          hypertension: {title: High blood pressure}
          hypotension: {title: Low blood pressure}
        value-sets:
          blood-pressure: [hypertension, hypotension]
        """),
    SourceText(
      path: "rules.yaml",
      text: """
        pathways:
          heart:
            title: Heart
            for: {conditions: blood-pressure}
            steps:
              first-talk: {title: First talk, kind: diagnosis, then: [last-talk]}
              last-talk: {title: Last talk, kind: annual-review, repeats: 12 months}
        rules:
          meet-others:
            title: Meet others
            at: {pathway: heart, step: [first-talk, last-talk]}
            when: {conditions: type-2-diabetes, housing: stable, loneliness: {at-least: 6}}
            unless: {discharged: {within-last: 30 days}}
            suggest: {support: peer-group, verb: signpost}
            priority: high
            because: People who meet others early say that it helps.
            say: {person: There are people near you., practitioner: A group meets here.}
          learn:
            title: Learn
            when:
              any:
                - {lives-alone: yes, housing: {any-of: [stable, homeless]}}
                - conditions: {none-of: [hypertension, type-1-diabetes], since: {within: 6 months}}
            suggest: {support: course, verb: self-refer}
            because: A course brings people together.
        safeguards:
          in-danger: {when: {immediate-danger: yes}, stop: everything, escalate: {person: Call for help., practitioner: Act now.}}
          in-crisis: {when: {crisis-level: in-crisis}, stop: everything, escalate: {person: Call the line., practitioner: Call.}}
        offers:
          corner: {support: peer-group, title: The corner, site: {lat: 49.5, lon: -8.5}, verb: signpost, mode: [in-person], led-by: members}
        profiles:
          amina: {facts: {conditions: [type-2-diabetes], housing: stable, loneliness: 7}, at: {pathway: heart, step: first-talk}}
        """),
  ]

  @Test("the small rulebook is sound, so that every mistake in it is planted")
  func sound() throws {
    let trial = FixTrial(Self.small, supports: Self.supports)
    #expect(DiagnosticText.draw(trial.diagnostics.filter { $0.severity == .error }) == "")
  }

  @Test("after fixing, no file has more errors than before, and every name means what it meant", arguments: LawSettings.seeds(4))
  func one(seed: UInt64) {
    var chance = Chance(seed: seed)
    var applied = 0
    for _ in 0..<250 { applied += Self.check(FixTrial(Self.small, supports: Self.supports), slips: 1, &chance) }
    #expect(applied > 10)
  }

  @Test("several mistakes at once fare no worse", arguments: LawSettings.seeds(4))
  func several(seed: UInt64) {
    var chance = Chance(seed: seed &+ 1_000_003)
    for _ in 0..<150 { _ = Self.check(FixTrial(Self.small, supports: Self.supports), slips: chance.within(2...4), &chance) }
  }

  /// How many fixes were applied.
  static func check(_ sound: FixTrial, slips: Int, _ chance: inout Chance) -> Int {
    var trial = sound
    let written = (0..<slips).map { _ in trial.slip(&chance) }.joined(separator: "\n")
    let before = FixFindings(trial)
    let original = trial
    let applied = trial.fix()
    guard applied > 0 else { return 0 }
    let after = FixFindings(trial)
    let drawn = "\(written)\nbecame\n\(difference(original, trial))\n\(DiagnosticText.draw(original.diagnostics))"
    // Of a file that could not be read, nothing but that was said: what several slips hide in it comes to light.
    if slips == 1 || before.unreadable.isEmpty {
      for (path, count) in after.errors where count > before.errors[path, default: 0] {
        let now = "\(count) errors in \(path), and \(before.errors[path, default: 0]) before"
        Issue.record("\(now)\n\(drawn)\nnow\n\(DiagnosticText.draw(trial.diagnostics))")
      }
    }
    let whole = FixFindings(sound)
    let names = before.names.union(whole.names)
    if after.uses(of: names) != before.uses(of: names) { Issue.record("other names are written\n\(drawn)") }
    // A section that was misspelt is one now, and so are its names.
    if after.unreadable.isEmpty, !before.declared.isSubset(of: after.declared) { Issue.record("a name is no longer declared\n\(drawn)") }
    if after.unreadable.isEmpty, !before.unreadable.isEmpty {
      let changed = after.declared.symmetricDifference(whole.declared).count
      if changed > 2 * slips { Issue.record("\(changed) names came or went\n\(drawn)") }
    }
    return applied
  }

  private static func difference(_ before: FixTrial, _ after: FixTrial) -> String {
    func lines(_ source: SourceText) -> [Substring] { source.text(0..<source.bytes.count).split(separator: "\n") }
    return zip(before.sources, after.sources).flatMap { old, new in
      zip(lines(old), lines(new)).filter { $0 != $1 }.map { "- \($0)\n+ \($1)" }
    }.joined(separator: "\n")
  }
}
