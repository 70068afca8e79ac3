import Cairn
import Foundation
import Testing

@Suite("Files")
struct FileSystemTests {
  @Test("lists the YAML files of a folder and below it by path, without what begins with a dot")
  func lists() throws {
    let folder = try TemporaryFolder()
    for name in ["b.yaml", "a/z.yml", "a.yaml", "a/.hidden.yaml", ".git/c.yaml", "README.md", "a-b/c.yaml"] { try folder.write(name) }
    let names = try FileSystem.yamlFiles(in: folder.path).files.map { String($0.dropFirst(folder.path.count + 1)) }
    #expect(names == ["a-b/c.yaml", "a.yaml", "a/z.yml", "b.yaml"])
  }

  @Test("reads a folder that is linked to itself once, and lists a link that leads nowhere so that it is reported")
  func links() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.yaml")
    try folder.link("again", to: folder.path)
    try folder.link("lost.yaml", to: "nowhere.yaml")
    let names = try FileSystem.yamlFiles(in: folder.path).files.map { String($0.dropFirst(folder.path.count + 1)) }
    #expect(names == ["a.yaml", "lost.yaml"])
    #expect(throws: FileSystem.Problem.missing) { try FileSystem.read(FileSystem.join(folder.path, "lost.yaml")) }
  }

  @Test("reads a file up to its limit and not a byte further")
  func reads() throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: "x", count: 70_000)
    try folder.write("a.yaml", text)
    let path = FileSystem.join(folder.path, "a.yaml")
    #expect(try FileSystem.read(path, limit: 70_000) == Array(text.utf8))
    #expect(throws: FileSystem.Problem.tooLarge) { try FileSystem.read(path, limit: 69_999) }
  }

  @Test("tells a folder from a file and from nothing")
  func kinds() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.yaml")
    let file = FileSystem.join(folder.path, "a.yaml")
    #expect(FileSystem.isFolder(folder.path))
    #expect(!FileSystem.isFolder(file))
    #expect(FileSystem.exists(file))
    #expect(!FileSystem.exists(file + "x"))
    #expect(throws: FileSystem.Problem.isFolder) { try FileSystem.read(folder.path) }
    #expect(throws: FileSystem.Problem.missing) { try FileSystem.read(file + "/b") }
    #expect(throws: FileSystem.Problem.notFolder) { try FileSystem.yamlFiles(in: file) }
    #expect(throws: FileSystem.Problem.missing) { try FileSystem.yamlFiles(in: file + "x") }
  }

  @Test(
    "joins and parts paths as they are written in a rulebook",
    arguments: [("rules", "../Plugins", "rules/../Plugins"), ("", "a", "a"), ("/", "a", "/a"), ("rules", "/a", "/a")])
  func joins(folder: String, path: String, joined: String) {
    #expect(FileSystem.join(folder, path) == joined)
  }

  @Test(
    "shows paths without detours",
    arguments: [
      ("rules/../Plugins/Hub", "Plugins/Hub"), ("./rules//a", "rules/a"), ("../a", "../a"), ("/a/../b", "/b"), ("../../a", "../../a"),
    ])
  func tidies(path: String, tidied: String) {
    #expect(FileSystem.tidied(path) == tidied)
  }

  @Test(
    "names what lies in a folder as seen from there",
    arguments: [("a/b/c.yaml", "a/b", "c.yaml"), ("ä/b", "ä/", "b"), ("a", "", "a"), ("b/c", "a", "b/c")])
  func relatives(path: String, folder: String, relative: String) {
    #expect(FileSystem.relative(path, to: folder) == relative)
  }

  @Test("names the folder of a path", arguments: [("rules/a.yaml", "rules"), ("a.yaml", ""), ("/a.yaml", "/"), ("a/b/", "a/b")])
  func folders(path: String, folder: String) {
    #expect(FileSystem.folder(of: path) == folder)
  }
}
