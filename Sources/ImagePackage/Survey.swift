/// Goes through a package once and finds its images.
struct Survey {
    private let spaces: Spaces
    private let progress: (PackageProgress) -> Void
    private let total: Int64
    private(set) var images: [(order: [Int64], image: PackagedImage)] = []
    private(set) var others: [String] = []

    init(_ spaces: Spaces, total: Int64, progress: @escaping (PackageProgress) -> Void) {
        self.spaces = spaces
        self.total = total
        self.progress = progress
    }

    /// - Parameters:
    ///   - name: the container's path below the package.
    ///   - depth: archives around it.
    mutating func explore(
        _ walk: some ArchiveWalk,
        name: String,
        order: [Int64] = [],
        depth: Int = 0
    ) throws(PackageError) {
        var walk = walk
        var files: [String: ArchiveEntry] = [:]
        while let entry = try walk.next() {
            guard files.count < spaces.limits.entries else {
                throw .tooManyNames(name: name.isEmpty ? spaces.packageName : name, limit: spaces.limits.entries)
            }
            if !entry.path.isEmpty { files[entry.path] = entry }
        }
        let container = Container(name: name, order: order, files: files, documents: [:], spaces: spaces)
        let claimed = try resolve(container)
        let rest = files.values.filter { $0.kind == .file && !claimed.owns($0.path) }
        for entry in rest.sorted(by: { $0.position < $1.position }) {
            try open(entry, order: order, depth: depth)
        }
    }

    /// A file that is in no image: an archive with images of its own, or something else.
    private mutating func open(_ entry: ArchiveEntry, order: [Int64], depth: Int) throws(PackageError) {
        let head = try spaces.space(entry.place).bytes(at: 0, TarHeader.size)
        guard TarWalk.begins(head) else {
            others.append(entry.place.name)
            return
        }
        guard depth < spaces.limits.depth else {
            throw .tooManyNames(name: entry.place.name, limit: spaces.limits.depth)
        }
        let walk = TarWalk(try spaces.space(entry.place), at: entry.place, name: entry.place.name)
        let before = images.count
        try explore(walk, name: entry.place.name, order: order + [entry.position], depth: depth + 1)
        if images.count == before { others.append(entry.place.name) }
        report()
    }

    private mutating func resolve(_ container: Container) throws(PackageError) -> Claims {
        var claims = Claims()
        for root in OCILayout.roots(in: container.files) {
            claims.add(root)
            for image in try OCILayout(container: container, root: root).images() {
                images.append(
                    (container.order + [container.files[ArchivePath.join(root, "index.json")]?.position ?? 0], image)
                )
            }
            report()
        }
        return claims
    }

    private func report() {
        progress(PackageProgress(bytesRead: spaces.bytesRead, bytesTotal: total, imagesFound: images.count))
    }
}

/// Which files of a container belong to the images found in it.
struct Claims {
    private var folders: [String] = []
    private var all = false

    mutating func add(_ root: String) {
        if root.isEmpty { all = true } else { folders.append(root + "/") }
    }

    func owns(_ path: String) -> Bool { all || folders.contains { path.hasPrefix($0) } }
}
