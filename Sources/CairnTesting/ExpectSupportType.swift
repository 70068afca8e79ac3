public import Cairn
public import Testing

/// The contract of a support type, as a test: call it from a test of your own, once for each type.
///
/// It checks that the manifest names no disease, tells benefits and risks, and asks only what it declares; that the type answers every verb
/// in every language and for every choice of its parameters, with the verb it was asked for and something to say to both; that what it adds
/// to its manifest's words it adds in every language; and that it answers the same when asked twice. Of a type that plans groups it checks that everybody is accounted for once, with the reason where there
/// is no place, and that the plan is the same when asked twice and whoever is named first.
///
/// ```swift
/// @Test("the walking group keeps the contract of a support type")
/// func contract() throws { expectSupportType(try WalkingGroup()) }
/// ```
public func expectSupportType(_ type: any SupportType, sourceLocation: SourceLocation = #_sourceLocation) {
  for breach in SupportTypeContract.breaches(of: type) {
    Issue.record("the support type `\(type.manifest.id)` \(breach)", sourceLocation: sourceLocation)
  }
}

/// Runs a plugin's `cases.yaml`: each case's person is judged under one rule that suggests the support type, and must come out as expected;
/// each plan's groups must form as expected.
///
/// - Parameters:
///   - type: The support type.
///   - path: The path of the file.
public func expectCases(of type: any SupportType, at path: String, sourceLocation: SourceLocation = #_sourceLocation) {
  for failure in PluginCases.failures(of: type, at: path) { Issue.record("\(failure)", sourceLocation: sourceLocation) }
}
