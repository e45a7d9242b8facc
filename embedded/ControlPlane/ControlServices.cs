using EmbeddedAws.ApiGateway;
using EmbeddedAws.CloudWatch;
using EmbeddedAws.Iam;
using EmbeddedAws.Kms;
using EmbeddedAws.Lambda;
using EmbeddedAws.Lambda.Code;
using EmbeddedAws.Lambda.Running;
using EmbeddedAws.Logs;
using EmbeddedAws.Logs.Storage;
using EmbeddedAws.S3;
using EmbeddedAws.S3Control;
using EmbeddedAws.Scheduler;
using EmbeddedAws.Signing;
using EmbeddedAws.Storage;
using EmbeddedAws.Sts;

namespace EmbeddedAws.ControlPlane;

/// <summary>The services that manage resources, and what runs because of them: functions, their logs, and schedules.</summary>
internal sealed class ControlServices : IAsyncDisposable
{
    private readonly LogStore _logs;
    private readonly FunctionLogs _functionLogs;
    private readonly StoredInvocations _storedInvocations;
    private readonly AsyncInvocations _asyncInvocations;
    private readonly Schedules _schedules;

    public ControlServices(DataFolder folder, ResourceStore resources, IamService iam, AccessKeys keys, BucketTags tags, Uri endpoint, EmbeddedCloudOptions options)
    {
        var time = options.Time;
        _logs = new LogStore(resources, new LogDatabase(folder), time, options.ErrorLog);
        _functionLogs = new FunctionLogs(_logs, options.ErrorLog);
        Functions = new Functions(resources, new EnvironmentFactory(new CodeStore(folder, options.ErrorLog), iam, endpoint, time, _functionLogs), options.ErrorLog);
        _storedInvocations = new StoredInvocations(folder);
        _asyncInvocations = new AsyncInvocations(Functions, _storedInvocations, time, options.ErrorLog);
        _schedules = new Schedules(resources, new ScheduleTarget(iam, _asyncInvocations, options.ErrorLog), time, options.ErrorLog);
        var authentication = new ControlAuthentication(keys, time);
        All =
        [
            new ManagementService(new ControlRoutes(() => ApiGatewayOperations.All(resources, iam, time)), authentication),
            new CloudWatchService(resources, time, authentication),
            new QueryService("iam", "https://iam.amazonaws.com/doc/2010-05-08/", () => IamOperations.All(iam.Store), authentication),
            new TargetJsonService("kms", "TrentService", "ValidationException", () => [new DescribeKey()], authentication),
            LambdaService.Of(Functions, _asyncInvocations, authentication, iam, time),
            LogsService.Of(_logs, authentication),
            new S3ControlService(tags, authentication),
            SchedulerService.Of(_schedules, authentication, iam, time),
            new QueryService("sts", "https://sts.amazonaws.com/doc/2011-06-15/", () => [new GetCallerIdentity()], authentication),
        ];
    }

    /// <summary>The services.</summary>
    public IReadOnlyList<ControlService> All { get; }

    /// <summary>The functions.</summary>
    public Functions Functions { get; }

    /// <summary>The service that requests are signed for by a name.</summary>
    public ControlService Named(string name) => All.Single(service => service.Name == name);

    /// <summary>Goes on with what an earlier cloud has left.</summary>
    public void Resume() => _asyncInvocations.Resume();

    public async ValueTask DisposeAsync()
    {
        _schedules.Dispose();
        _asyncInvocations.Dispose();
        await Functions.DisposeAsync();
        _storedInvocations.Dispose();
        await _functionLogs.DisposeAsync();
        _logs.Dispose();
    }
}
