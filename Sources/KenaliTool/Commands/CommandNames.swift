import ArgumentParser
import KenaliFormats

/// The names of the subcommands, to tell a misspelt one from a file.
enum CommandNames {
    /// Complains of a first file that does not exist, but is spelt nearly like a subcommand.
    static func check(_ files: [String]) throws {
        guard let first = files.first, !first.contains(where: { "./*?[".contains($0) }), first != "-",
            !Folder.exists(FileName(first))
        else { return }
        let names = KenaliCommand.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
        guard let near = NearNames.nearest(to: first, among: names) else { return }
        throw ValidationError("'\(first)' is neither a command nor a file; did you mean 'kenali \(near)'?")
    }
}
