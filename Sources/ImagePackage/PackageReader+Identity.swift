extension PackageReader {
    /// Tells this package from another, wherever it lies: a digest of the file's size and of samples all over it; for a
    /// folder of its names and sizes.
    package func identity() throws(PackageError) -> String {
        let hash = try Hash()
        hash.update(Array("\(size)\n".utf8))
        guard let file = spaces.packageFile else {
            var walk = try FolderWalk(path)
            while let entry = try walk.next() { hash.update(Array("\(entry.path) \(entry.size)\n".utf8)) }
            return hash.digest
        }
        let (samples, length) = (Int64(64), 4096)
        for number in 0..<samples {
            hash.update(try file.bytes(at: max(0, size - Int64(length)) / (samples - 1) * number, length))
        }
        // What comes last in an archive: its index, or the names of its images.
        hash.update(try file.bytes(at: max(0, size - 65_536), 65_536))
        return hash.digest
    }
}
