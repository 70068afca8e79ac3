/// One entry of `safeguards:`.
package struct SafeguardDeclaration: Sendable {
  package var id: Written<String>
  package var when: ConditionDeclaration
  package var stop: StopDeclaration?
  package var escalatePerson: LocalizedText?
  package var escalatePractitioner: LocalizedText?
}

/// What a safeguard holds back.
package enum StopDeclaration: Sendable {
  case everything
  /// Everything but what serves people in a crisis.
  case exceptServesCrisis
  case supports([Written<String>])
}

/// One entry of `profiles:`: read once the vocabulary is known.
package struct ProfileDeclaration: Sendable {
  package var id: Written<String>
  package var node: Node
}
