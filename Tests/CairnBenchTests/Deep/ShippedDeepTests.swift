import Cairn
import CairnBench
import Testing

@Suite("The deep checks of the rulebook that ships")
struct ShippedDeepTests {
  @Test("find nothing, answer every question, and know exactly how much one person may get at one step")
  func clean() throws {
    let checks = DeepChecks(try #require(WitnessTests.shipped), asOf: WitnessTests.asOf)
    #expect(DiagnosticText.draw(checks.diagnostics) == "")
    #expect(checks.unanswered == 0)
    let load = try #require(checks.load)
    #expect(load.isExact && load.found > load.left)
  }
}
