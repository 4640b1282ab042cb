package import KenaliStorage

/// What Kenali knows: all word lists, registries and rules, made ready when the package is built.
///
/// `KenaliImagePlugin` runs `KenaliImageBuilder`, which writes the image as a literal of a Swift file of this target. It lies
/// in the read-only data of the binary and is used there: nothing is read, copied or compiled when a program starts.
package enum BuiltInImage {
    package static let image: Image = {
        do throws(Image.Flaw) {
            return try Image(PackedBytes(imageLiteral()))
        } catch {
            // Builder and program are made from the same sources.
            assertionFailure("the image is not usable: \(error)")
            return Image()
        }
    }()
}
