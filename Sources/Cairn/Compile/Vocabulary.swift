/// Every name that conditions and profiles of one rulebook may use.
package struct Vocabulary: Sendable {
  /// Built-in facts first, then the rulebook's in the order declared, then what support types declare of their own.
  package internal(set) var facts: [Fact] = []
  package internal(set) var factIndex = Words()
  /// Concepts, support types and area codes, interned: the members of code sets.
  package internal(set) var codes: [Code] = []
  package internal(set) var codeIndex: [CodeKey: Int] = [:]
  package internal(set) var valueSets: [String: ValueSet] = [:]
  package internal(set) var derived: [Derived] = []
  package internal(set) var derivedIndex = Words()
  package internal(set) var stepKinds: [String] = StepKinds.builtIn
  /// Names whose declaration is at fault already: whoever uses one is not told a second time.
  var unusable: Set<String> = []
  /// Area codes that stand in value sets, and so are no mistake.
  var areasOfValueSets: Set<String> = []
  /// How many codes each domain has.
  private(set) var codeCounts: [CodeDomain: Int] = [:]
  /// Where what was meant by an unknown name is looked for.
  let spellings = NearestIndex()

  package init() {}

  mutating func append(_ code: Code) {
    codeIndex[code.key] = codes.count
    codes.append(code)
    codeCounts[code.key.domain, default: 0] += 1
  }

  /// Gives a derived fact another condition. It may read only derived facts that come before it.
  package mutating func setCondition(_ condition: Condition, ofDerived index: Int) {
    derived[index].condition = condition
    derived[index].weight = condition.weight(derived)
  }

  /// A fact as rules see it.
  package struct Fact: Sendable {
    package var id: String
    package var title: LocalizedText
    package var type: FactType
    package var ask: LocalizedText?
    package var validFor: CalendarDuration?
    package var burden: Int
    package var isSensitive: Bool
    package var isBuiltIn: Bool
    package var declaredAt: SourceRange?
    /// Codes in other systems by the name of the system (`fhir`, `snomed`, `loinc`), as text.
    package var systemCodes: [String: String] = [:]
  }

  package struct CodeKey: Sendable, Hashable {
    package var domain: CodeDomain
    package var id: String

    package init(_ domain: CodeDomain, _ id: String) {
      self.domain = domain
      self.id = id
    }
  }

  package struct Code: Sendable {
    package var key: CodeKey
    package var title: LocalizedText
    package var isSensitive: Bool
    /// Codes in other systems by the name of the system, as text.
    package var systemCodes: [String: String] = [:]
  }

  package struct ValueSet: Sendable {
    package var domain: CodeDomain
    /// Indices into `codes`, sorted.
    package var members: [Int]
  }

  /// A derived fact. It may read only derived facts that come before it here.
  package struct Derived: Sendable {
    package var id: String
    package var title: LocalizedText
    package var condition: Condition
    package var weight: ConditionWeight
    package var declaredAt: SourceRange?
  }
}
