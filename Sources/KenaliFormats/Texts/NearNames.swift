import KenaliLexicon

/// Finds names that are spelt nearly like another.
package enum NearNames {
    /// The name that is nearest, at most two letters away (one for short names); nil when none is.
    package static func nearest(to name: String, among names: [String]) -> String? {
        let wanted = Array(name.lowercased().unicodeScalars)
        guard !wanted.isEmpty else { return nil }
        let limit = wanted.count < 5 ? 1 : 2
        var best: (name: String, distance: Int)?
        for candidate in names {
            let scalars = Array(candidate.lowercased().unicodeScalars)
            guard !scalars.isEmpty, abs(scalars.count - wanted.count) <= limit else { continue }
            let distance = NearSpelling.distance(wanted, scalars)
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }
}
