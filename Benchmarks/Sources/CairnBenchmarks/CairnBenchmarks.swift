#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `cairn-benchmarks match [RULES]…`, `load [RULES]`, `check [RULES]…`, `offers [OFFERS]…` and `directory [MEGABYTES]`
@main
enum CairnBenchmarks {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    let sizes = arguments.dropFirst().compactMap { Int($0) }
    switch arguments.first {
    case "match"?:
      let benchmark = MatchBenchmark(sizes: sizes.isEmpty ? [10, 100, 1_000, 10_000, 100_000] : sizes)
      print(benchmark.report)
      exit(benchmark.mistakes == 0 ? 0 : 1)
    case "load"?:
      print(LoadBenchmark(rules: sizes.first ?? 10_000).report)
    case "check"?:
      print(CheckBenchmark(sizes: sizes.isEmpty ? [100, 1_000, 5_000] : sizes).report)
    case "offers"?:
      print(OfferBenchmark(sizes: sizes.isEmpty ? [100, 1_000, 10_000] : sizes).report)
    case "directory"?:
      print(DirectoryBenchmark(megabytes: sizes.first ?? 100).report)
    default:
      let usages = ["match [RULES]…", "load [RULES]", "check [RULES]…", "offers [OFFERS]…", "directory [MEGABYTES]"]
      print("usage: " + usages.map { "cairn-benchmarks \($0)" }.joined(separator: "\n       "))
      exit(64)
    }
  }
}
