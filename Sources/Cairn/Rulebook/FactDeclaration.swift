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
