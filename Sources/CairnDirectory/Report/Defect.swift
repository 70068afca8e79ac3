/// What may be wrong with a directory.
package enum Defect: String, Sendable, Hashable, CaseIterable {
  // What is lost.
  case unreadable, notJSON = "not-json", notCSV = "not-csv", cutOff = "cut-off", tooLarge = "too-large"
  case noID = "no-id", belongsToNothing = "belongs-to-nothing"

  // What is left out, or used with a doubt.
  case encoding, mended, repeatedKey = "repeated-key", blankKey = "blank-key", wrongType = "wrong-type"
  case unknownRecord = "unknown-record", missingPages = "missing-pages"
  case twoRecords = "two-records", noName = "no-name"
  case noOrganisation = "no-organisation", danglingReference = "dangling-reference", cyclicOrganisation = "cyclic-organisation"
  case coordinates, coordinatesSwapped = "coordinates-swapped", coordinatesZero = "coordinates-zero"
  case status, ages, date, number
  case email, link, phone, language
  case schedule, scheduleExpired = "schedule-expired", cost, costExpired = "cost-expired"

  // What is worth knowing.
  case languageInWords = "language-in-words", accessInWords = "access-in-words", neverEnds = "never-ends"

  /// How much it matters.
  package enum Severity: String, Sendable, Hashable, CaseIterable {
    /// A record, or a part of a file, cannot be used.
    case error
    /// Something in a record cannot be used, or must be doubted.
    case warning
    /// Nothing is wrong.
    case note
  }

  package var severity: Severity {
    switch self {
    case .unreadable, .notJSON, .notCSV, .cutOff, .tooLarge, .noID, .belongsToNothing: .error
    case .languageInWords, .accessInWords, .neverEnds: .note
    default: .warning
    }
  }

  /// What it is, and what becomes of it.
  package var words: String {
    switch self {
    case .unreadable: "files that cannot be opened"
    case .notJSON: "not JSON: the record is left out"
    case .notCSV: "not CSV: the row is left out"
    case .cutOff: "cut off: what stood whole before is used"
    case .tooLarge: "records longer than a record may be: left out"
    case .noID: "no id: nothing can name the record"
    case .belongsToNothing: "rows that say nothing of what they belong to: left out"
    case .encoding: "not UTF-8: read as windows-1252"
    case .mended: "not quite JSON: read all the same"
    case .repeatedKey: "a key twice in one record: the first counts"
    case .blankKey: "a key or a column without a name: left out"
    case .wrongType: "a list or a mapping where one value is due: left out"
    case .unknownRecord: "nothing that the standards know: left out"
    case .missingPages: "pages that are not here"
    case .twoRecords: "one id, two records that differ: the first counts, the second fills its gaps"
    case .noName: "no name: the id stands for it"
    case .noOrganisation: "services that name no organisation"
    case .danglingReference: "references to something that is not here"
    case .cyclicOrganisation: "organisations that are their own parent's parent"
    case .coordinates: "coordinates that cannot be: the place is used without them"
    case .coordinatesSwapped: "coordinates that look exchanged: the place is used without them"
    case .coordinatesZero: "coordinates 0, 0, in the open sea: the place is used without them"
    case .status: "no status, or one that nobody knows: treated as unknown"
    case .ages: "ages that cannot be: left out"
    case .date: "not a date: left out"
    case .number: "not a number: left out"
    case .email: "email addresses that reach nobody: left out"
    case .link: "web addresses that lead nowhere"
    case .phone: "telephone numbers without a number: left out"
    case .language: "languages that nobody knows: left out"
    case .schedule: "opening times that cannot be understood: left out"
    case .scheduleExpired: "opening times that are over"
    case .cost: "costs that cannot be understood: left out"
    case .costExpired: "costs that are out of date"
    case .languageInWords: "languages in words, taken for a tag"
    case .accessInWords: "access in words that no need is known for: left out"
    case .neverEnds: "opening times without an end"
    }
  }
}
