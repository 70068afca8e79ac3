/// Writes HTML and SVG. Names of elements and attributes are the program's own; every text and every value is escaped here, and there is
/// no other way in.
package struct HTMLWriter: Sendable {
  package struct Attribute: Sendable {
    let name: StaticString
    /// Nil for an attribute that is there or not.
    let value: String?

    package static func value(_ name: StaticString, _ value: String) -> Attribute { Attribute(name: name, value: value) }
    package static func flag(_ name: StaticString) -> Attribute { Attribute(name: name, value: nil) }
  }

  package private(set) var html = ""

  package init() {}

  /// The line that every page begins with.
  package mutating func doctype() { html += "<!doctype html>\n" }

  /// An element with what `body` writes in it.
  package mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], _ body: (inout HTMLWriter) -> Void) {
    open(name, attributes, end: ">")
    body(&self)
    html += "</\(name)>"
    if !Self.isInline(name) { html += "\n" }
  }

  /// An element with a text in it.
  package mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// An element that never has anything in it, such as `meta`.
  package mutating func void(_ name: StaticString, _ attributes: [Attribute] = []) {
    open(name, attributes, end: ">")
    html += "\n"
  }

  /// A shape of a drawing.
  package mutating func shape(_ name: StaticString, _ attributes: [Attribute]) {
    open(name, attributes, end: "/>")
    html += "\n"
  }

  package mutating func text(_ text: String) { html += Escaping.html(text) }

  /// The page's own style: the program's text, never an author's.
  package mutating func style(_ css: StaticString) { html += "<style>\n\(css)\n</style>\n" }

  private mutating func open(_ name: StaticString, _ attributes: [Attribute], end: String) {
    html += "<\(name)"
    for attribute in attributes {
      html += " \(attribute.name)"
      if let value = attribute.value { html += "=\"\(Escaping.html(value))\"" }
    }
    html += end
  }

  /// Elements within a line, after which no line break stands.
  private static func isInline(_ name: StaticString) -> Bool {
    ["a", "b", "code", "em", "small", "span", "strong", "pre"].contains(name.description)
  }
}
