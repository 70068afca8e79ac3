import ArgumentParser

@main
struct CairnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "cairn", abstract: "Peer and community support on care pathways.")
}
