import Cairn
import CairnTesting
import LinkWorker
import Testing

@Suite("Link worker")
struct LinkWorkerTests {
  @Test("keeps the contract of a support type")
  func contract() throws { expectSupportType(try LinkWorker()) }

  @Test("comes out as its cases say")
  func cases() throws {
    let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/")
    expectCases(of: try LinkWorker(), at: folder + "/cases.yaml")
  }
}
