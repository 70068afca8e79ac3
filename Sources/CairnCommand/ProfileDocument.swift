import ArgumentParser
import Cairn
import CairnJSON

/// A file of people that the command line names and that is read whole: YAML or JSON.
enum ProfileDocument {
  /// The document, or what is wrong with it. Exit code 2 where the file cannot be opened, 1 where it is too large.
  static func read(_ path: String) throws -> (tree: NodeTree?, diagnostics: [Diagnostic]) {
    let isJSON = path.hasSuffix(".json")
    let limit = isJSON ? JSONReader.Limits.profiles.bytes : YAMLReader.Limit.fileBytes
    let bytes = try opened(path, limit: "\(limit >> 20) MiB") { () throws(FileSystem.Problem) in try FileSystem.read(path, limit: limit) }
    let source = SourceText(path: path, bytes: bytes)
    if isJSON { return JSONReader.read(source) }
    let reading = YAMLReader.read(source)
    return (reading.tree, reading.diagnostics)
  }

  /// What reading the file gives; why it cannot be read is said.
  static func opened<Value>(_ path: String, limit: String = "", _ read: () throws(FileSystem.Problem) -> Value) throws -> Value {
    do throws(FileSystem.Problem) { return try read() } catch {
      Console.complain(of: [diagnostic(error, path, limit)])
      throw ExitCode(error == .tooLarge ? 1 : 2)
    }
  }

  private static func diagnostic(_ problem: FileSystem.Problem, _ path: String, _ limit: String) -> Diagnostic {
    switch problem {
    case .missing: Diagnostic(.error, .missingPath, "there is no file `\(path)`")
    case .isFolder: Diagnostic(.error, .unreadable, "`\(path)` is a folder, and one file of profiles is wanted")
    case .tooLarge: Diagnostic(.error, .tooLarge, "`\(path)` is larger than a file of profiles may be, \(limit)")
    case .deadLink: Diagnostic(.error, .unreadable, "`\(path)` is a link that leads nowhere")
    case .notRegular:
      Diagnostic(.error, .unreadable, "`\(path)` is a pipe, a socket or a device, and a file is wanted", help: "save it to a file first")
    case .unreadable, .notFolder: Diagnostic(.error, .unreadable, "`\(path)` cannot be opened")
    }
  }
}
