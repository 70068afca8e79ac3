#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `cairn-benchmarks match [RULES]…` and `cairn-benchmarks load [RULES]`
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
    default:
      print("usage: cairn-benchmarks match [RULES]…\n       cairn-benchmarks load [RULES]")
      exit(64)
    }
  }
}
