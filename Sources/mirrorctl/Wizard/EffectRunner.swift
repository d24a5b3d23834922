import Diagnosis
import Dispatch
import Glibc
import MirrorCore
import MirrorSystem
import Operations
import Synchronization
import TerminalUI
import Texts
import Threads
import Wizard

/// Does what the reducer asks for and posts what came of it: the one switch over `Effect`.
///
/// Nothing here runs on the main thread: a slow disk or registry must not hold up a key.
final class EffectRunner: Sendable {
    private let sink: EventSink<Event>
    private let files = DispatchQueue(label: "files")
    private let probes = DispatchQueue(label: "probes", attributes: .concurrent)
    private let timers = DispatchQueue(label: "timers")
    private let workspace = Mutex(Workspace())
    private let troubles: TroubleService
    private let jobs = WizardJobService()
    private let pushes = PushService()
    private let upgrades = ReadyService()
    private let running = Mutex<Cancellation?>(nil)
    private let others = Mutex<Cancellation?>(nil)
    /// The newest edit; an older one that still waits in the queue is not worth its time.
    private let newestEdit = Atomic(0)

    init(sink: EventSink<Event>, sshConfig: String?) {
        self.sink = sink
        troubles = TroubleService(sshConfig: sshConfig)
    }

    func run(_ effect: Effect) {
        switch effect {
        case .readClusterConfig(let request, let path):
            files.async { self.post(.clusterConfigRead(request, self.workspace.withLock { $0.read(path) })) }
        case .findClusterFiles(let request):
            // A large tree is not to keep the files waiting.
            probes.async { self.post(.clusterFilesFound(request, FoundClusterFiles.below("."))) }
        case .completePath(let request, let prefix):
            files.async { self.post(.pathsCompleted(request, PathCompletion.candidates(for: prefix))) }
        case .edit(let request, let edit):
            newestEdit.store(request, ordering: .relaxed)
            files.async {
                guard self.newestEdit.load(ordering: .relaxed) == request else { return }
                self.post(.edited(request, self.workspace.withLock { $0.edit(edit, request: request) }))
            }
        case .write(let request, let edit, let breaksHardLink):
            files.async {
                self.post(
                    .written(request, self.workspace.withLock { $0.write(edit: edit, breaksHardLink: breaksHardLink) })
                )
            }
        case .writeLogin(let request, let login): files.async { self.post(.loginWritten(request, self.write(login))) }
        case .probe(let request, let plan): probe(request, plan)
        case .cancelProbe: cancelProbe()
        case .probeOthers(let request, let plans): probeOthers(request, plans)
        case .writeBundle(let request, let wanted):
            probes.async { self.post(.bundleWritten(request, path: wanted.path, self.write(wanted))) }
        case .wake(let timer, let milliseconds):
            timers.asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { self.post(.timer(timer)) }
        case .adopt(let request, let wanted):
            // kubectl may take its time; the files are not to wait for it.
            probes.async {
                let config = self.workspace.withLock { $0.config }
                self.post(.adopted(request, AdoptionRun(config: config).run(wanted)))
            }
        case .repair(let request, let path, let breaksHardLink):
            files.async {
                self.post(
                    .repaired(request, self.workspace.withLock { $0.repair(path, breaksHardLink: breaksHardLink) })
                )
            }
        case .job(let request, let job):
            probes.async { self.post(.jobEnded(request, self.jobs.run(job, in: self.workspace))) }
        case .cancelJob: jobs.cancel()
        case .inspectNodes(let request, let places, let login, let file):
            probes.async {
                self.troubles.inspect(places, login, file) { place, state in
                    self.post(.nodeInspected(request, place, state))
                }
                self.post(.nodesInspected(request))
            }
        case .cancelNodes: troubles.cancelInspection()
        case .explainPull(let request, let question):
            probes.async { self.post(.pullExplained(request, self.troubles.explain(question))) }
        case .traceLog(let request, let question):
            probes.async { self.post(.logTraced(request, self.troubles.trace(question))) }
        case .askLive(let request, let question, let login):
            probes.async {
                let end = self.troubles.ask(question, login) { index, answer in
                    self.post(.pullAnswered(request, index, answer))
                }
                self.post(.pullFinished(request, end))
            }
        case .cancelLive: troubles.cancelAsking()
        case .checkPackage(let request, let path):
            probes.async { self.post(.packageChecked(request, self.pushes.check(path))) }
        case .listPackage(let request, let path):
            probes.async {
                let listing = self.pushes.list(path) { self.post(.packageRead(request, $0)) }
                if let listing { self.post(.packageListed(request, listing)) }
            }
        case .cancelListing: pushes.cancelListing()
        case .push(let request, let order): probes.async { self.push(request, order) }
        case .stopPush: pushes.stop()
        case .abortPush: pushes.abort()
        case .lookReady(let request, let question):
            probes.async {
                let end = self.upgrades.look(question) { self.post(.readyProgressed(request, $0)) }
                self.post(.readyEnded(request, end))
            }
        case .cancelReady: upgrades.cancel()
        case .saveDraft(let answers): files.async { DraftStore.save(answers) }
        case .discardDraft: files.async { DraftStore.discard() }
        case .quit, .runBmctl, .suspend: break
        }
    }

    /// What the session leaves for.
    var readyBmctl: BmctlRun? { jobs.readyBmctl }

    /// Ends what runs, and waits until files are written: a draft saved last must not be lost.
    func stop() {
        cancelProbe()
        others.withLock { $0?.cancel() }
        troubles.cancelInspection()
        troubles.cancelAsking()
        jobs.cancel()
        upgrades.cancel()
        pushes.close()
        let written = DispatchSemaphore(value: 0)
        files.async { written.signal() }
        // A file system that hangs must not keep the operator from leaving.
        _ = written.wait(timeout: .now() + 2)
    }

    /// - Returns: what went wrong.
    private func write(_ wanted: CABundleRequest) -> Phrase? {
        do throws(CABundle.Refusal) {
            try wanted.bundle.prove(at: wanted.report.plan.endpoint, through: wanted.report.proxy)
        } catch {
            return Phrase("bundle.notWritten", parts: ["reason": error.problem])
        }
        do throws(FileError) {
            _ = try AtomicWriter(secondsSince1970: time(nil)).create(wanted.path, Array(wanted.bundle.pem.utf8))
            return nil
        } catch .changedOnDisk {
            return Phrase("command.fileExists", ["path": wanted.path])
        } catch {
            return error.problem
        }
    }

    /// - Returns: what went wrong.
    private func write(_ login: LoginRequest) -> Phrase? {
        let text = DockerConfigJSON.text(host: login.host, user: login.user, password: login.password)
        do {
            _ = try text.reveal { text throws(FileError) in
                try AtomicWriter(secondsSince1970: time(nil)).create(login.path, Array(text.utf8), mode: 0o600)
            }
            return nil
        } catch .changedOnDisk {
            return Phrase("command.fileExists", ["path": login.path])
        } catch {
            return error.problem
        }
    }

    private func push(_ request: RequestID, _ order: PushOrder) {
        let end = pushes.run(
            order,
            reading: { self.post(.packageRead(request, $0)) },
            listed: { self.post(.packageListed(request, $0)) },
            progress: { self.post(.pushProgressed(request, $0)) }
        )
        post(.pushEnded(request, end))
    }

    private func post(_ event: Event) { sink.post(event) }

    private func probe(_ request: RequestID, _ plan: ProbePlan) {
        let cancellation = Cancellation()
        running.withLock { current in
            current?.cancel()
            current = cancellation
        }
        probes.async {
            let report = Prober().probe(plan, cancellation: cancellation) { report in
                self.post(.probeProgressed(request, report))
            }
            self.post(.probeFinished(request, report))
        }
    }

    private func probeOthers(_ request: RequestID, _ plans: [ProbePlan]) {
        let cancellation = Cancellation()
        others.withLock { current in
            current?.cancel()
            current = cancellation
        }
        let group = DispatchGroup()
        for plan in plans {
            // A queue of its own: a probe blocks its thread.
            DispatchQueue(label: "probe").async(group: group) {
                self.post(.otherProbed(request, Prober().probe(plan, cancellation: cancellation)))
            }
        }
        group.notify(queue: probes) { self.post(.othersProbed(request)) }
    }

    private func cancelProbe() {
        running.withLock { current in
            current?.cancel()
            current = nil
        }
    }
}
