/// What values a fact may take.
package enum FactType: Sendable, Hashable {
  case boolean
  case choice([String])
  /// Bounds are scaled by ten to the number of decimals; nil where open.
  case number(decimals: Int, min: Int?, max: Int?)
  case date
  case codes(CodeDomain)
}

/// Where the codes of a `codes` fact come from.
package enum CodeDomain: Sendable, Hashable {
  /// The rulebook's concepts.
  case concepts
  /// Support types, for `supports` and `completed`.
  case supports
  /// Area codes, which need no declaration.
  case areas
}

/// One entry of `facts:`: something about a person that a rule may ask about.
package struct FactDeclaration: Sendable {
  package var id: Written<String>
  package var title: LocalizedText
  package var type: FactType
  package var ask: LocalizedText?
  package var validFor: CalendarDuration?
  package var burden = 1
  package var isSensitive = false
  package var source: String?
  /// Codes in other systems by the name of the system (`fhir`, `snomed`, `loinc`), as text.
  package var codes: [String: String] = [:]
}

/// One entry of `concepts:`: a condition or another thing that a set of codes may hold.
package struct ConceptDeclaration: Sendable {
  package var id: Written<String>
  package var title: LocalizedText
  package var codes: [String: String] = [:]
  package var isSensitive = false
  package var source: String?
}

/// One entry of `value-sets:`: a name for several concepts, or with `{areas: […]}` for several area codes.
package struct ValueSetDeclaration: Sendable {
  package var id: Written<String>
  package var domain: CodeDomain
  package var members: [Written<String>]
}

/// One entry of `derived:`: a condition with a name, usable as a yes/no fact.
package struct DerivedDeclaration: Sendable {
  package var id: Written<String>
  package var title: LocalizedText
  package var when: ConditionDeclaration
}
