public import Cairn

/// A directory of local services, as HSDS 3 and Open Referral UK 1.0 and 3.0 have it: JSON, NDJSON or CSV, a file or a folder of files.
///
/// Nothing that can be used is lost because something else is wrong; `cairn directory check` says what is wrong.
public enum Directory {
  /// The services of these ids, or as many of them as there are, in the order of the directory.
  ///
  /// A file of any size is read record by record; only the services that are named are kept.
  ///
  /// - Parameters:
  ///   - path: A file, or a folder that is read with all folders in it.
  ///   - ids: Ids as the directory has them.
  /// - Throws: ``DirectoryError`` where there is nothing to read.
  public static func services(at path: String, named ids: Set<String>) throws(DirectoryError) -> [LocalService] {
    var finder = ServiceFinder(try DirectoryScan(path), named: ids)
    return finder.services()
  }

  /// The same for a directory that is somewhere else than on the disk.
  package static func services(at path: String, named ids: Set<String>, in tree: any FileTree) throws(DirectoryError) -> [LocalService] {
    var finder = ServiceFinder(try DirectoryScan(path, in: tree), named: ids)
    return finder.services()
  }

  /// Everything that is wrong with a directory, counted.
  package static func check(
    at path: String, asOf: CalendarDate, progress: @escaping (_ bytesRead: Int) -> Void = { _ in }
  ) throws(DirectoryError) -> DirectoryReport {
    var scan = try DirectoryScan(path)
    scan.progress = progress
    var inspector = Inspector(asOf: asOf)
    return inspector.report(&scan, path: path)
  }
}
