// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "ClinicianTool",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "cairn", path: "../..")],
  targets: [
    .executableTarget(
      name: "ClinicianTool",
      dependencies: [.product(name: "Cairn", package: "cairn"), .product(name: "CairnPlugins", package: "cairn")],
      swiftSettings: [.swiftLanguageMode(.v6)])
  ]
)
