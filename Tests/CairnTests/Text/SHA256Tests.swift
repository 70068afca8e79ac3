import Cairn
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "gives the published digests of FIPS 180-4's examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
    ])
  func publishedDigests(text: String, digest: String) {
    #expect(SHA256.hexDigest(of: text.utf8) == digest)
  }

  @Test("hashes a million letters, given in pieces, as the standard says")
  func aMillionLetters() {
    var hash = SHA256()
    let piece = [UInt8](repeating: 0x61, count: 1000)
    for _ in 0..<1000 { hash.update(piece) }
    #expect(hash.hexDigest() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("takes many blocks together as it takes them one by one", arguments: [64, 128, 192, 256, 320, 1000])
  func blocksTogether(size: Int) {
    let bytes = (0..<1000).map { UInt8($0 * $0 % 251) }
    var hash = SHA256()
    for start in stride(from: 0, to: bytes.count, by: size) { hash.update(bytes[start..<min(start + size, bytes.count)]) }
    // As `sha256sum` says.
    #expect(hash.hexDigest() == "455cf5fc5bd6c6f54676a2052bf9d30645d70370d3acfdb354b2b379703d8643")
  }

  @Test("does not change by being asked, nor by how a text is cut", arguments: [1, 55, 56, 63, 64, 65, 119])
  func cutAnywhere(at cut: Int) {
    let bytes = (0..<130).map { UInt8($0) }
    var hash = SHA256()
    hash.update(bytes[..<cut])
    _ = hash.digest()
    hash.update(bytes[cut...])
    #expect(hash.hexDigest() == SHA256.hexDigest(of: bytes))
  }
}
