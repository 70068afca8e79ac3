// swift-tools-version: 6.2
import PackageDescription

/// The support types written in Swift, by their folder in `Plugins/`. Those without Swift need no listing: rulebooks name their folder.
let plugins = ["HomelessHealthPeerAdvocacy", "Involvement", "LinkWorker", "PeerGroup", "ServiceUserNetwork"]

/// With `CAIRN_ENGINE_ONLY=1` nothing of `Plugins/` is built: the engine and its tests stand without it.
let isEngineOnly = Context.environment["CAIRN_ENGINE_ONLY"] == "1"

/// Every target of the project speaks the same Swift.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let engine: [Target] = [
  .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
  .target(name: "Cairn", dependencies: ["CLibYAML"], swiftSettings: strict),
  .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),
  .target(name: "CairnJSON", dependencies: ["Cairn", "CSimdJSON"], swiftSettings: strict),
  .target(name: "CairnTesting", dependencies: ["Cairn"], swiftSettings: strict),
  .testTarget(
    name: "CairnTests", dependencies: ["Cairn", "CairnTesting"], exclude: ["Rulebook/Mistakes", "Support/Mistakes"],
    swiftSettings: strict),
  .testTarget(name: "CairnJSONTests", dependencies: ["Cairn", "CairnJSON"], swiftSettings: strict),
]

let supportTypes: [Target] = plugins.flatMap { name -> [Target] in
  [
    .target(
      name: name, dependencies: ["Cairn"], path: "Plugins/\(name)", exclude: ["README.md", "cases.yaml", "Tests"],
      sources: ["\(name).swift"], resources: [.embedInCode("support.yaml"), .embedInCode("texts/en.yaml")], swiftSettings: strict),
    .testTarget(
      name: "\(name)Tests", dependencies: ["Cairn", "CairnTesting", .target(name: name)], path: "Plugins/\(name)/Tests",
      swiftSettings: strict),
  ]
}

let command: [Target] = [
  .target(name: "CairnPlugins", dependencies: ["Cairn"] + plugins.map { .target(name: $0) }, swiftSettings: strict),
  .target(name: "CairnBench", dependencies: ["Cairn"], swiftSettings: strict),
  .testTarget(name: "CairnBenchTests", dependencies: ["Cairn", "CairnBench", "CairnPlugins"], swiftSettings: strict),
  .testTarget(
    name: "CairnPluginsTests", dependencies: ["Cairn", "CairnDirectory", "CairnPlugins", "CairnTesting"], swiftSettings: strict),
  .target(
    name: "CairnDirectory", dependencies: ["Cairn", "CairnJSON", .product(name: "SwiftCSV", package: "SwiftCSV")], swiftSettings: strict),
  .testTarget(
    name: "CairnDirectoryTests", dependencies: ["Cairn", "CairnDirectory", "CairnJSON"], exclude: ["Samples"], swiftSettings: strict),
  .executableTarget(
    name: "CairnCommand",
    dependencies: [
      "Cairn", "CairnBench", "CairnDirectory", "CairnJSON", "CairnPlugins",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ],
    swiftSettings: strict),
  .testTarget(
    name: "CairnCommandTests",
    dependencies: ["Cairn", "CairnBench", "CairnCommand", "CairnDirectory", "CairnPlugins", "CairnTesting", "PeerGroup"],
    exclude: ["Golden"],
    swiftSettings: strict),
]

let package = Package(
  name: "cairn",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Cairn", targets: ["Cairn"]),
    .library(name: "CairnJSON", targets: ["CairnJSON"]),
    .library(name: "CairnTesting", targets: ["CairnTesting"]),
  ]
    + (isEngineOnly
      ? []
      : [
        .library(name: "CairnDirectory", targets: ["CairnDirectory"]), .library(name: "CairnPlugins", targets: ["CairnPlugins"]),
        .executable(name: "cairn", targets: ["CairnCommand"]),
        // Has no public names: for the benchmarks, which look inside.
        .library(name: "CairnBench", targets: ["CairnBench"]),
      ]),
  dependencies: isEngineOnly
    ? []
    : [
      .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
      .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    ],
  targets: engine + (isEngineOnly ? [] : supportTypes + command),
  cxxLanguageStandard: .cxx17
)
