/// Room for values that is got once and used again and again. Indices are checked in debug builds only, as what indexes it is the
/// matcher's own; the laws run in debug too.
package struct Scratch<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
  let storage: UnsafeMutableBufferPointer<Element>
  /// How many values stand in it.
  package internal(set) var count: Int

  /// Empty, with room for so many.
  init(capacity: Int) {
    storage = .allocate(capacity: capacity)
    count = 0
  }

  init(repeating value: Element, count: Int) {
    storage = .allocate(capacity: count)
    storage.initialize(repeating: value)
    self.count = count
  }

  deinit { storage.deallocate() }

  package subscript(index: Int) -> Element {
    @inline(__always) get { storage[index] }
    @inline(__always) set { storage[index] = newValue }
  }

  @inline(__always)
  mutating func append(_ value: Element) {
    storage[count] = value
    count &+= 1
  }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  /// A copy of what stands in it.
  package var elements: [Element] { Array(storage[..<count]) }
}

/// Lists laid end to end.
struct Lists<Element: Sendable>: Sendable {
  private(set) var elements: [Element] = []
  private var starts = [0]

  init(_ lists: [[Element]]) {
    for list in lists {
      elements += list
      starts.append(elements.count)
    }
  }

  var indices: Range<Int> { 0..<(starts.count - 1) }

  /// Where a list's elements stand.
  @inline(__always)
  subscript(list: Int) -> Range<Int> { Range(uncheckedBounds: (starts[list], starts[list &+ 1])) }
}
