import Foundation
import PackagePlugin

/// Makes the image of `KenaliImage` and the names of its classes from the tables and rules of `Sources/KenaliData` and the texts
/// of `Fixtures`, whenever one of them changes.
@main
struct KenaliImagePlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let data = context.package.directoryURL.appending(path: "Sources/KenaliData")
        // Every file of the folders, so that a new table needs no registration.
        let inputs =
            try [data.appending(path: "classes.tsv")] + files(data.appending(path: "Lexicon"))
            + files(data.appending(path: "Rules")) + texts(in: context.package.directoryURL.appending(path: "Fixtures"))
        let outputs = ["ImageLiteral.swift", "BuiltInClass.swift"]
            .map { context.pluginWorkDirectoryURL.appending(path: $0) }
        return [
            .buildCommand(
                displayName: "Making Kenali's image of \(inputs.count) files",
                executable: try context.tool(named: "KenaliImageBuilder").url,
                arguments: (outputs + inputs).map { $0.path() },
                inputFiles: inputs,
                outputFiles: outputs)
        ]
    }

    /// The texts to train the automaton on; what is found doesn't depend on them.
    private func texts(in folder: URL) throws -> [URL] {
        try ["acronyms", "articles", "entities", "persons"]
            .flatMap { try files(folder.appending(path: $0), ["txt"]) }
    }

    private func files(_ folder: URL, _ extensions: Set<String> = ["tsv", "rules"]) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { extensions.contains($0.pathExtension) }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }
}
