internal import Cairn

/// Finds where JSON goes wrong, and says so in its author's words. It runs only on what simdjson refused, from the start to the first fault.
struct JSONFaultFinder {
  let source: SourceText
  var at: Int
  /// The brackets that are open here.
  private var open: [(offset: Int, isObject: Bool)] = []

  struct Fault: Error {
    let diagnostic: Diagnostic
  }

  private enum Expected { case value, valueOrEnd, key, keyOrEnd, colon, commaOrEnd, nothing }

  init(_ source: SourceText, from start: Int) {
    self.source = source
    at = start
  }

  var bytes: [UInt8] { source.bytes }
  func byte(_ offset: Int) -> UInt8? { bytes.indices.contains(offset) ? bytes[offset] : nil }
  var isInside: Bool { !open.isEmpty }

  /// The first fault; nil where there is none.
  mutating func find() -> Diagnostic? {
    if let fault = encodingFault() { return fault }
    do throws(Fault) {
      skipSpaces()
      if at == bytes.count {
        return .error(.emptyFile, "the file is empty", at: SourceRange(source, 0, 0), help: "write something in it, or take the file away")
      }
      var expected = Expected.value
      while at < bytes.count {
        expected = try take(expected)
        skipSpaces()
      }
      if expected != .nothing { throw cutOff() }
      return nil
    } catch {
      return error.diagnostic
    }
  }

  private mutating func take(_ expected: Expected) throws(Fault) -> Expected {
    switch (expected, bytes[at]) {
    case (.valueOrEnd, UInt8(ascii: "]")), (.keyOrEnd, UInt8(ascii: "}")): return end()
    case (.value, _), (.valueOrEnd, _): return try value()
    case (.key, UInt8(ascii: "\"")), (.keyOrEnd, UInt8(ascii: "\"")):
      try string()
      return .colon
    case (.key, _), (.keyOrEnd, _): throw noKey()
    case (.colon, UInt8(ascii: ":")):
      at += 1
      return .value
    case (.colon, _): throw noColon()
    case (.commaOrEnd, let byte): return try commaOrEnd(byte)
    case (.nothing, _): throw trailing()
    }
  }

  private mutating func value() throws(Fault) -> Expected {
    switch bytes[at] {
    case UInt8(ascii: "{"):
      open.append((at, true))
      at += 1
      return .keyOrEnd
    case UInt8(ascii: "["):
      open.append((at, false))
      at += 1
      return .valueOrEnd
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): try word()
    default: throw noValue()
    }
    return afterValue
  }

  private var afterValue: Expected { open.isEmpty ? .nothing : .commaOrEnd }

  private mutating func end() -> Expected {
    open.removeLast()
    at += 1
    return afterValue
  }

  private mutating func commaOrEnd(_ byte: UInt8) throws(Fault) -> Expected {
    guard let inner = open.last else { return .nothing }
    switch byte {
    case UInt8(ascii: ","):
      at += 1
      return inner.isObject ? .key : .value
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      if (byte == UInt8(ascii: "}")) == inner.isObject { return end() }
      throw wrongBracket(opened: inner.offset)
    default: throw noComma(inList: !inner.isObject)
    }
  }

  private mutating func skipSpaces() {
    while let byte = byte(at), [0x20, 0x09, 0x0A, 0x0D].contains(byte) { at += 1 }
  }

  /// The offset of the last thing before here that is no space.
  func before(_ offset: Int) -> Int? {
    bytes[..<offset].lastIndex { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
  }

  /// The file ends while something is open.
  func cutOff(inText start: Int? = nil) -> Fault {
    let end = (before(bytes.count) ?? 0) + 1
    let diagnostic = Diagnostic.error(
      .invalidJSON, "the file ends before everything in it is closed", at: SourceRange(source, end, end),
      help: "it may have been cut off on its way; fetch it again")
    guard let opening = start ?? open.last?.offset else { return Fault(diagnostic: diagnostic) }
    let place = SourceRange(source, opening, opening + 1)
    return Fault(diagnostic: diagnostic.relating(start == nil ? "this `\(place.text)` is not closed" : "this text is not closed", place))
  }

  private var isUTF16: Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    let isZero = bytes.prefix(4).map { $0 == 0 }
    return isZero == [true, false, true, false] || isZero == [false, true, false, true]
  }

  private func encodingFault() -> Diagnostic? {
    if isUTF16 {
      return .error(
        .notUTF8, "the file is in UTF-16; JSON is read as UTF-8", at: SourceRange(source, 0, 0), help: "save the file as UTF-8")
    }
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .emptyInput: return nil
      case .error:
        return .error(
          .notUTF8, "byte \(offset + 1) of the file (0x\(Escaping.hex(UInt32(bytes[offset]), digits: 2))) is not UTF-8",
          at: SourceRange(source, offset, offset + 1), help: "save the file as UTF-8")
      }
    }
  }
}
