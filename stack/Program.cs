return await Deployment.RunAsync<ImageService.Stack.ImageStack>();
