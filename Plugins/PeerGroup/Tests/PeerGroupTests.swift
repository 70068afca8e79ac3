import Cairn
import CairnTesting
import PeerGroup
import Testing

@Suite("Peer group")
struct PeerGroupTests {
  @Test("keeps the contract of a support type")
  func contract() throws { expectSupportType(try PeerGroup()) }

  @Test("comes out as its cases say")
  func cases() throws {
    let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/")
    expectCases(of: try PeerGroup(), at: folder + "/cases.yaml")
  }
}
