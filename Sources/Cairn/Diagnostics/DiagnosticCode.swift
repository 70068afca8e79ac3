/// What sort of mistake a diagnostic is about. The article *Diagnostics* has an entry for each.
public enum DiagnosticCode: String, Sendable, Hashable, CaseIterable {
  // Files and YAML
  case emptyFile = "empty-file"
  case notUTF8 = "not-utf8"
  case tooLarge = "too-large"
  case tooDeep = "too-deep"
  case invalidYAML = "invalid-yaml"
  case tab = "tab"
  case forbiddenCharacter = "forbidden-character"
  case unsupportedYAML = "unsupported-yaml"
  case duplicateKey = "duplicate-key"
  case commaInText = "comma-in-text"
  case commentInText = "comment-in-text"
  case colonInText = "colon-in-text"
  case notIndented = "not-indented"
  case missingDash = "missing-dash"
  case missingSpace = "missing-space"
  case quoteNeeded = "quote-needed"
  case invalidJSON = "invalid-json"
  case missingPath = "missing-path"
  case unreadable = "unreadable"
  case noRulebook = "no-rulebook"

  // Shape
  case unknownSection = "unknown-section"
  case unknownKey = "unknown-key"
  case missingKey = "missing-key"
  case missingValue = "missing-value"
  case wrongType = "wrong-type"
  case invalidValue = "invalid-value"
  case invalidID = "invalid-id"
  case invalidDate = "invalid-date"
  case invalidDuration = "invalid-duration"
  case outOfRange = "out-of-range"
  case duplicateID = "duplicate-id"
  case ambiguousDate = "ambiguous-date"

  // Names
  case unknownFact = "unknown-fact"
  case unknownConcept = "unknown-concept"
  case unknownValueSet = "unknown-value-set"
  case unknownChoice = "unknown-choice"
  case unknownSupport = "unknown-support"
  case unknownVerb = "unknown-verb"
  case unknownPathway = "unknown-pathway"
  case unknownStep = "unknown-step"
  case unknownStepKind = "unknown-step-kind"
  case unknownProfile = "unknown-profile"
  case unknownOffer = "unknown-offer"
  case unknownRule = "unknown-rule"
  case unknownService = "unknown-service"
  case unknownParameter = "unknown-parameter"
  case invalidParameter = "invalid-parameter"

  // Conditions and rules
  case unknownComparison = "unknown-comparison"
  case emptyCondition = "empty-condition"
  case oneBranch = "one-branch"
  case countedTwice = "counted-twice"
  case unlessTwoFacts = "unless-two-facts"
  case builtInType = "built-in-type"
  case factType = "fact-type"
  case derivedCycle = "derived-cycle"
  case conditionTooLarge = "condition-too-large"
  case neverFires = "never-fires"
  case placeholderUnknown = "placeholder-unknown"
  case placeholderNotKnown = "placeholder-not-known"
  case promisesVerb = "promises-verb"
  case sensitiveInText = "sensitive-in-text"
  case teamReadsPerson = "team-reads-person"
  case missingSafeguard = "missing-safeguard"

  // What only a whole rulebook shows
  case neverStands = "never-stands"
  case alwaysFires = "always-fires"
  case duplicateRule = "duplicate-rule"
  case shadowedRule = "shadowed-rule"
  case verbsDiffer = "verbs-differ"
  case ruleInSilo = "rule-in-silo"
  case reviewPassed = "review-passed"
  case escalationBypassed = "escalation-bypassed"
  case constantFact = "constant-fact"
  case unreadFact = "unread-fact"
  case unreachedSupport = "unreached-support"
  case unreachedOffer = "unreached-offer"
  case unreachedStep = "unreached-step"
  case unreachedPathway = "unreached-pathway"

  // Remarks that accept a warning
  case idleAcceptance = "idle-acceptance"
  case unclearAcceptance = "unclear-acceptance"

  // Support types
  case pluginMissing = "plugin-missing"
  case pluginInvalid = "plugin-invalid"
  case pluginNamesDisease = "plugin-names-disease"
  /// For support types in Swift: what they find wrong with a rule's `with:`, beyond the schema.
  case pluginParameter = "plugin-parameter"

  // Words and places that things are compared by
  case unusualWord = "unusual-word"
  case distantPlace = "distant-place"

  // Local services
  case directoryNotRead = "directory-not-read"
  case directoryUnreadable = "directory-unreadable"

  // Profiles
  case profileCycle = "profile-cycle"
  case givenTwice = "given-twice"
  case contradictoryTest = "contradictory-test"
}
