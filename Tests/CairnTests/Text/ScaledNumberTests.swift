import Testing

@testable import Cairn

@Suite("Numbers, exactly")
struct ScaledNumberTests {
  @Test(
    "with a power of ten are what they would be written out",
    arguments: [
      ("1e2", "100"), ("1E+2", "100"), ("1e-2", "0.01"), ("1.25e1", "12.5"), ("-2.50e-1", "-0.25"), ("0e999999999999999999999", "0"),
      ("5e0", "5"),
      ("0.00012e4", "1.2"), ("1200e-2", "12"), ("100000000000000000000e-20", "1"), ("0.0e-5", "0"), ("12e17", "1200000000000000000"),
      ("1e400", "9000000000000000000"), ("123e-2", "1.23"), ("1e-3", "0.001"), ("1.5e-1", "0.15"),
    ])
  func exponents(written: String, plain: String) {
    for decimals in 0...4 { #expect(ScaledNumber.read(written, decimals: decimals) == ScaledNumber.read(plain, decimals: decimals)) }
  }

  @Test("are too fine however far below the last decimal they lie")
  func farBelow() {
    #expect(ScaledNumber.read("1e-400", decimals: 4) == .tooFine)
    #expect(ScaledNumber.read("1e-99999999999999999999999", decimals: 18) == .tooFine)
  }

  @Test(
    "with half a power of ten are none",
    arguments: ["1e", "e1", "1e+", "1e1.5", "1.e1", ".1e1", "1e1e1", "1f1", "1e--1", "-", "", "1 e1", "--1", "1..2"])
  func none(text: String) {
    #expect(ScaledNumber.read(text, decimals: 2) == .notANumber)
  }
}
