using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam;
using EmbeddedAws.Lambda.Operations;

namespace EmbeddedAws.Lambda;

/// <summary>The operations of Lambda, and where each is: https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html.</summary>
internal static class LambdaOperations
{
    private const string Function = "/2015-03-31/functions/{FunctionName}";

    public static IReadOnlyList<ControlRoute> All(Functions functions, AsyncInvocations later, IamService iam, TimeProvider time) =>
    [
        new ControlRoute("POST", "/2015-03-31/functions", 201, new CreateFunction(functions, iam, time)),
        new ControlRoute("GET", "/2015-03-31/functions", 200, new ListFunctions(functions)),
        new ControlRoute("GET", Function, 200, new GetFunction(functions)),
        new ControlRoute("DELETE", Function, 204, new DeleteFunction(functions)),
        new ControlRoute("GET", $"{Function}/configuration", 200, new GetFunctionConfiguration(functions)),
        new ControlRoute("PUT", $"{Function}/configuration", 200, new UpdateFunctionConfiguration(functions, iam, time)),
        new ControlRoute("PUT", $"{Function}/code", 200, new UpdateFunctionCode(functions, time)),
        new ControlRoute("GET", $"{Function}/versions", 200, new ListVersionsByFunction(functions)),
        new ControlRoute("POST", $"{Function}/invocations", 200, new Invoke(functions, later)),
        new ControlRoute("POST", $"{Function}/policy", 201, new AddPermission(functions)),
        new ControlRoute("GET", $"{Function}/policy", 200, new GetPolicy(functions)),
        new ControlRoute("DELETE", $"{Function}/policy/{{StatementId}}", 204, new RemovePermission(functions)),
        new ControlRoute("PUT", "/2017-10-31/functions/{FunctionName}/concurrency", 200, new PutFunctionConcurrency(functions)),
        new ControlRoute("GET", "/2019-09-30/functions/{FunctionName}/concurrency", 200, new GetFunctionConcurrency(functions)),
        new ControlRoute("DELETE", "/2017-10-31/functions/{FunctionName}/concurrency", 204, new DeleteFunctionConcurrency(functions)),
        new ControlRoute("GET", "/2020-06-30/functions/{FunctionName}/code-signing-config", 200, new GetFunctionCodeSigningConfig(functions)),
        new ControlRoute("GET", "/2021-07-20/functions/{FunctionName}/runtime-management-config", 200, new GetRuntimeManagementConfig(functions)),
        new ControlRoute("GET", "/2024-08-31/functions/{FunctionName}/recursion-config", 200, new GetFunctionRecursionConfig(functions)),
        new ControlRoute("GET", "/2017-03-31/tags/{Resource+}", 200, new ListTags(functions)),
        new ControlRoute("POST", "/2017-03-31/tags/{Resource+}", 204, new TagResource(functions)),
        new ControlRoute("DELETE", "/2017-03-31/tags/{Resource+}", 204, new UntagResource(functions)),
    ];
}
