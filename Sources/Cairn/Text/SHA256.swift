/// SHA-256, after FIPS 180-4: the engine's own few lines, so that no newcomer builds a cryptography library for one hash.
package struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  /// Bytes that do not fill a block yet.
  private var pending: [UInt8] = []
  private var length: UInt64 = 0
  private var schedule = [SIMD4<UInt32>](repeating: .zero, count: 64)

  package init() {}

  package mutating func update(_ bytes: some Sequence<UInt8>) {
    if bytes.withContiguousStorageIfAvailable({ update(UnsafeRawBufferPointer($0)) }) == nil {
      Array(bytes).withUnsafeBytes { update($0) }
    }
  }

  private mutating func update(_ bytes: UnsafeRawBufferPointer) {
    length &+= UInt64(bytes.count)
    var next = 0
    if !pending.isEmpty {
      next = min(64 - pending.count, bytes.count)
      pending += bytes[..<next]
      guard pending.count == 64 else { return }
      let block = pending
      block.withUnsafeBytes { compress($0) }
      pending.removeAll(keepingCapacity: true)
    }
    let whole = next + (bytes.count - next) / 64 * 64
    compress(UnsafeRawBufferPointer(rebasing: bytes[next..<whole]))
    pending += bytes[whole...]
  }

  /// The hash of everything given so far.
  package func digest() -> [UInt8] {
    var last = self
    let bits = length &* 8
    last.update(CollectionOfOne(0x80))
    while last.pending.count != 56 { last.update(CollectionOfOne(0)) }
    last.update((0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * $0)) })
    return last.state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } }
  }

  /// The hash as 64 hexadecimal digits.
  package func hexDigest() -> String {
    let digits = Array("0123456789abcdef".utf8)
    let bytes = digest().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: bytes, as: UTF8.self)
  }

  package static func hexDigest(of bytes: some Sequence<UInt8>) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.hexDigest()
  }
}

extension SHA256 {
  /// One word of four blocks, each in its lane: their schedules do not depend on one another and are worked out together.
  private typealias Words = SIMD4<UInt32>

  /// Takes in whole blocks of 64 bytes.
  private mutating func compress(_ blocks: UnsafeRawBufferPointer) {
    schedule.withUnsafeMutableBufferPointer { schedule in
      state.withUnsafeMutableBufferPointer { state in
        for first in stride(from: 0, to: blocks.count, by: 256) {
          let some = UnsafeRawBufferPointer(rebasing: blocks[first..<min(first + 256, blocks.count)])
          Self.expand(some, into: schedule)
          for lane in 0..<some.count / 64 { Self.compress(UnsafeRawBufferPointer(schedule), lane, into: state) }
        }
      }
    }
  }

  /// One block, with the words of its lane. Eight rounds at a time, after which every variable is back in its place: nothing is moved from
  /// one to the next.
  private static func compress(_ schedule: UnsafeRawBufferPointer, _ lane: Int, into state: UnsafeMutableBufferPointer<UInt32>) {
    func word(_ index: Int) -> UInt32 { schedule.load(fromByteOffset: index &* 16 &+ lane &* 4, as: UInt32.self) }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for first in stride(from: 0, to: 64, by: 8) {
      round(a, b, c, &d, e, f, g, &h, word(first))
      round(h, a, b, &c, d, e, f, &g, word(first &+ 1))
      round(g, h, a, &b, c, d, e, &f, word(first &+ 2))
      round(f, g, h, &a, b, c, d, &e, word(first &+ 3))
      round(e, f, g, &h, a, b, c, &d, word(first &+ 4))
      round(d, e, f, &g, h, a, b, &c, word(first &+ 5))
      round(c, d, e, &f, g, h, a, &b, word(first &+ 6))
      round(b, c, d, &e, f, g, h, &a, word(first &+ 7))
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
  }

  /// The letters are the standard's; `word` is the schedule's with the round's constant.
  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ word: UInt32
  ) {
    h &+= (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) &+ (g ^ (e & (f ^ g))) &+ word
    d &+= h
    h &+= (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ ((a & b) | (c & (a | b)))
  }

  @inline(__always)
  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 { word &>> count | word &<< (32 &- count) }

  /// The 64 words of up to four blocks, each with its round's constant.
  private static func expand(_ blocks: UnsafeRawBufferPointer, into schedule: UnsafeMutableBufferPointer<Words>) {
    for lane in 0..<blocks.count / 64 {
      for index in 0..<16 {
        schedule[index][lane] = UInt32(bigEndian: blocks.loadUnaligned(fromByteOffset: lane &* 64 &+ index &* 4, as: UInt32.self))
      }
    }
    // Shifts to the right first, then those to the left: paired as rotations they would be done lane by lane.
    for index in 16..<64 {
      let (early, late) = (schedule[index &- 15], schedule[index &- 2])
      let sigma0 = (early &>> 7 ^ early &>> 18 ^ early &>> 3) ^ (early &<< 25 ^ early &<< 14)
      let sigma1 = (late &>> 17 ^ late &>> 19 ^ late &>> 10) ^ (late &<< 15 ^ late &<< 13)
      schedule[index] = schedule[index &- 16] &+ sigma0 &+ schedule[index &- 7] &+ sigma1
    }
    constants.withUnsafeBufferPointer { for index in 0..<64 { schedule[index] &+= Words(repeating: $0[index]) } }
  }

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
