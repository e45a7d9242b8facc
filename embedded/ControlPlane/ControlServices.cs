using EmbeddedAws.ApiGateway;
using EmbeddedAws.Iam;
using EmbeddedAws.Kms;
using EmbeddedAws.Lambda;
using EmbeddedAws.Logs;
using EmbeddedAws.Scheduler;
using EmbeddedAws.Sts;

namespace EmbeddedAws.ControlPlane;

/// <summary>The services that manage resources.</summary>
internal static class ControlServices
{
<<<<<<< HEAD
    public static IEnumerable<ControlService> All(
        ControlAuthentication authentication, IamService iam, ResourceStore resources, Functions functions, AsyncInvocations later, LogStore logs, Schedules schedules, TimeProvider time) =>
    [
        new RestJsonService("apigateway", "BadRequestException", ApiGatewayRoutes.All(resources, iam, time), authentication, iam),
        new QueryService("iam", "https://iam.amazonaws.com/doc/2010-05-08/", IamOperations.All(iam.Store), authentication, iam),
        new TargetJsonService("kms", "TrentService", "ValidationException", [new DescribeKey()], authentication, iam),
        LambdaService.Of(functions, later, authentication, iam, time),
        LogsService.Of(logs, authentication, iam),
        SchedulerService.Of(schedules, authentication, iam, time),
        new QueryService("sts", "https://sts.amazonaws.com/doc/2011-06-15/", [new GetCallerIdentity()], authentication, iam),
    ];
}
