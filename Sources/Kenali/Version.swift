/// The version of Kenali.
public enum Version {
    /// The version as text, by semver.org.
    public static let text = "0.1.0"
}
